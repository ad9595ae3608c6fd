/** The page on which maintainers write the tour of a debate. */
export const tourHref = (slug: string): string => `/debates/${encodeURIComponent(slug)}/tour`;
