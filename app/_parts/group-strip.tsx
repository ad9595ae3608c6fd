import { GroupStrip } from '@/components/room/groups/group-strip';
import { roomFrame } from '@/lib/server/room/room-frame';
import { currentActor } from '@/lib/server/session';

/** The strip of a group's pages; nothing for other rooms. */
export async function GroupOfClass({ slug }: { slug: string }) {
  const frame = await roomFrame(await currentActor(), slug);
  return frame?.parent ? <GroupStrip name={frame.name} parent={frame.parent} /> : null;
}
