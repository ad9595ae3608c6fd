import 'server-only';
import { createCipheriv, createHmac } from 'node:crypto';
import { authSecret } from '../../account/auth-secret';

/**
 * Where in its square each row of a map is drawn: two numbers each, in parts of 2^32. The same in every instance for the same map, and
 * known to nobody who has not the secret of this server: so a point tells of a place nothing but the square. Another map has others, by
 * which no dot can be followed from map to map.
 */
export function placePoints(roomId: string, version: string, people: number): Uint32Array {
  const key = createHmac('sha256', authSecret()).update(`opinion places/${roomId}/${version}`).digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  const bytes = Uint8Array.from(stream.update(Buffer.alloc(8 * people)));
  return new Uint32Array(bytes.buffer);
}
