/**
 * Zone in which dates and times are shown: UTC. The server cannot know a reader's zone, and a page whose times change
 * when its scripts arrive misleads more than one that names its zone.
 */
export const TIME_ZONE = 'UTC';
