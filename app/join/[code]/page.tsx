import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { formatCode, parseJoinCode, parseSeatCode } from '@/lib/domain/room/codes';
import { JoinPage } from '../_parts/join-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('joining');
  // The code of a link is nobody's business but the reader's.
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' };
}

/** A link or a picture leads here: the code stands in the field already. */
export default async function JoinWithCodePage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const meant = parseJoinCode(code) ?? parseSeatCode(code);
  return <JoinPage code={meant ? formatCode(meant) : ''} />;
}
