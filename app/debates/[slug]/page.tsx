import { redirect } from 'next/navigation';
import { selectionOf, viewHref } from '@/components/debate/view-address';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The short address of a debate opens its map, with whatever it selects. */
export default async function DebatePage({ params, searchParams }: Props) {
  const [{ slug }, search] = await Promise.all([params, searchParams]);
  const said = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  redirect(viewHref(slug, 'map', selectionOf(said)));
}
