/** Where maintainers decide about the notes of a debate. */
export const moderationHref = (slug: string): string => `/debates/${encodeURIComponent(slug)}/moderation`;
