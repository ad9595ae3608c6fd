import type { mailContracts } from '@/lib/domain/api/mail-contracts';
import type { Ask } from './call';
import type { Stage } from './stage';

/** Requests about mail, where none is sent. */
export const mailRequests: Record<keyof typeof mailContracts, (stage: Stage) => Promise<Ask>> = {
  setMailAddress: async () => ({ body: { email: 'marta@example.org' } }),
  confirmMailAddress: async () => ({ body: { token: 'x'.repeat(43) } }),
  removeMailAddress: async () => ({}),
  setMailDigest: async () => ({ body: { digest: 'off' } }),
  stopMail: async () => ({ body: { token: 'x'.repeat(43) } }),
};
