/** AUTH_SECRET, or a stop: without it anyone could make cookies. */
export function authSecret(): string {
  const secret = process.env.AUTH_SECRET;
  if (!secret || secret.length < 32) throw new Error('AUTH_SECRET is missing or shorter than 32 characters.');
  return secret;
}
