import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';

/** What a form can say about a new password or name before it asks the server, which judges by the same bounds. */

export const passwordFault = (password: string): 'short' | 'long' | null => {
  const length = graphemeLength(password);
  if (length < LIMITS.passwordLeast) return 'short';
  return length > LIMITS.password ? 'long' : null;
};

export const nameFault = (name: string): 'short' | 'long' | 'at' | null => {
  const length = graphemeLength(name.trim());
  if (length < 2) return 'short';
  if (length > LIMITS.userName) return 'long';
  return /[@\uff20]/u.test(name) ? 'at' : null;
};
