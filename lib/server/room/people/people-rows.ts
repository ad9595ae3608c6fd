import 'server-only';

/** What counts as a person of a room: neither whoever wrote what came with the debate, nor a seat for a side, nor imported votes. */
export const PEOPLE = { isEditor: false, isImported: false, actsForId: null } as const;

/** People who are in the room now. */
export const PEOPLE_HERE = { ...PEOPLE, leftAt: null } as const;
