/** The pictures of the page, in their order. */
export const SECTIONS = [
  'stance',
  'again',
  'moves',
  'map',
  'groups',
  'common',
  'cruxes',
  'bridges',
  'check',
] as const;
export type SectionName = (typeof SECTIONS)[number];
