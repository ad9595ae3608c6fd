/** From where on a claim is said to do something to the groups; pages say these numbers in words. */

/** Share of the voters of each group who answer alike: from here on they share it. */
export const SHARED_FROM = 0.6;
/** Between the shares of two groups: a narrower gap divides nobody, however sure one can be of it. */
export const DIVIDES_FROM = 0.3;
