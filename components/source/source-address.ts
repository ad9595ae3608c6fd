/** Addresses of the pages about a debate's sources. */

export const sourcesHref = (slug: string): string => `/debates/${encodeURIComponent(slug)}/sources`;
export const addSourceHref = (slug: string): string => `${sourcesHref(slug)}/new`;
export const newVersionHref = (slug: string, sourceKey: string): string =>
  `${sourcesHref(slug)}/${encodeURIComponent(sourceKey)}/new-version`;
/** Where a source begins in the text view. */
export const sourceAnchor = (sourceKey: string): string => `#${encodeURIComponent(`source-${sourceKey}`)}`;
/** Where places in new texts wait to be looked at. */
export const reviewHref = (slug: string): string => `${sourcesHref(slug)}/review`;
