import { z } from 'zod';
import { line } from '../text/input';
import { LIMITS } from '../text/limits';
import { cleanLine, graphemeLength, isWellFormed } from '../text/plain-text';

/** Bodies of the account routes. */

/** No @, so that a user name can never be mistaken for an address at sign-in. */
const userName = line(LIMITS.userName).refine(
  (name) => graphemeLength(name) >= 2 && !/[@\uff20]/u.test(name),
);

/** Counted, never cut: every character of a password matters. Not normalised or trimmed either. */
const password = z
  .string()
  .max(LIMITS.password * 4)
  .refine(isWellFormed)
  .refine((text) => {
    const length = graphemeLength(text);
    return length >= LIMITS.passwordLeast && length <= LIMITS.password;
  });

/** Normalised first, then checked: one @, no quoted local part (CVE-2026-73420). */
const email = z
  .string()
  .max(LIMITS.email)
  .refine(isWellFormed)
  .transform((text) => cleanLine(text.normalize('NFKC')))
  .refine((text) =>
    /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]{1,185}\.[^\s@"<>(),;:\\[\].]{2,63}$/u.test(text),
  );

export const createAccountInput = z.strictObject({ name: userName, password, email: email.optional() });
export const mailAddressInput = z.strictObject({ email });
/** Of a link in a mail. */
export const mailTokenInput = z.strictObject({ token: z.string().min(20).max(200) });
/** How often somebody is told by mail what waits for them. */
export const MAIL_DIGESTS = ['off', 'hourly', 'daily'] as const;
export type MailDigest = (typeof MAIL_DIGESTS)[number];
export const mailDigestInput = z.strictObject({ digest: z.enum(MAIL_DIGESTS) });
export const setUpInput = z.strictObject({ token: z.string().min(20).max(100), name: userName, password });
export const changePasswordInput = z.strictObject({
  currentPassword: z.string().min(1).max(1000),
  newPassword: password,
});

/** What the sign-in form sends; deliberately loose, so that a wrong password and an odd name get the same answer. */
export const credentialsInput = z.object({
  name: z.string().min(1).max(300),
  password: z.string().min(1).max(1000),
});

export type CreateAccount = z.infer<typeof createAccountInput>;
export type SetUp = z.infer<typeof setUpInput>;
export type ChangePassword = z.infer<typeof changePasswordInput>;
