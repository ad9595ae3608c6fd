import 'server-only';

/** How many streams there may be: a class fits behind one address, and nobody can take them all. */
export interface StreamLimits {
  /** Of one session; one more ends the oldest. */
  perSession: number;
  /** Of one class with its groups. */
  perClass: number;
  /** In commons, of people without an account, behind one address. */
  perAddress: number;
  perProcess: number;
}

export const STREAM_LIMITS: StreamLimits = {
  perSession: 3,
  perClass: 600,
  perAddress: 100,
  perProcess: Number(process.env.STANDPOINT_MAX_STREAMS ?? 5_000),
};

export interface StreamClaim {
  sessionId: string | null;
  /** Null in a commons. */
  classId: string | null;
  /** Null for people with an account: their session bounds them. */
  address: string | null;
  /** Ends the stream to make room for a newer one of the same session. */
  replace: () => void;
}

export type NoPlace = 'process-full' | 'class-full' | 'address-full';

/** Who holds which of the places. */
export class StreamPlaces {
  private readonly bySession = new Map<string, StreamClaim[]>();
  private readonly byClass = new Map<string, number>();
  private readonly byAddress = new Map<string, number>();
  private taken = 0;

  constructor(private readonly limits: StreamLimits) {}

  get count(): number {
    return this.taken;
  }

  /** @returns gives the place back, once however often it is called */
  take(claim: StreamClaim): (() => void) | NoPlace {
    const { sessionId, classId, address } = claim;
    const own = sessionId === null ? [] : (this.bySession.get(sessionId) ?? []);
    const oldest = own.length >= this.limits.perSession ? own[0] : undefined;
    // Ends at once and gives its place back, also where the class or the process is full.
    oldest?.replace();
    if (this.taken >= this.limits.perProcess) return 'process-full';
    if (classId !== null && (this.byClass.get(classId) ?? 0) >= this.limits.perClass) return 'class-full';
    const isCounted = classId === null && address !== null;
    if (isCounted && (this.byAddress.get(address) ?? 0) >= this.limits.perAddress) return 'address-full';

    this.taken += 1;
    if (sessionId !== null) {
      this.bySession.set(sessionId, [...(this.bySession.get(sessionId) ?? []), claim]);
    }
    if (classId !== null) add(this.byClass, classId, 1);
    if (isCounted) add(this.byAddress, address, 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.taken -= 1;
      if (sessionId !== null) {
        const left = (this.bySession.get(sessionId) ?? []).filter((one) => one !== claim);
        if (left.length > 0) this.bySession.set(sessionId, left);
        else this.bySession.delete(sessionId);
      }
      if (classId !== null) add(this.byClass, classId, -1);
      if (isCounted) add(this.byAddress, address, -1);
    };
  }
}

function add(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
