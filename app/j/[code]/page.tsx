import { redirect } from 'next/navigation';
import { cleanCode } from '@/lib/domain/room/codes';

/** The short address that stands under a QR code. */
export default async function ShortJoinPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  redirect(`/join/${encodeURIComponent(cleanCode(code)) || ''}`);
}
