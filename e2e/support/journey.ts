// The `test` of all journeys: it hands out browsers for further people, and fails when a page complained.

import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { joinAs, maintainer, openSession, type Person } from './people';

/** A person at a browser of their own. */
export interface Guest {
  context: BrowserContext;
  page: Page;
}

/**
 * What a page complains of while its server is killed, stopped or not yet back: which of these depends on where in a request
 * the connection ends.
 */
export const LOST_SERVER =
  /net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED|ABORTED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)|status of 50[03]/;

/** Collects what pages complain about: script errors, refused content, failed requests. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.heard.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (fault) => this.heard.push(String(fault.error())));
  }

  /** This journey provokes a complaint that looks like this, e.g. by asking for a page that is not there. */
  expect(complaint: RegExp): void {
    this.expected.push(complaint);
  }

  get unexpected(): string[] {
    return this.heard.filter((text) => !this.expected.some((known) => known.test(text)));
  }
}

interface Journey {
  complaints: Complaints;
  /** Origin of the app. */
  home: string;
  /** The person at `page`, with a new account, signed in. */
  person: Person;
  /** Another browser, of somebody who is not signed in. */
  visitor: (device?: BrowserContextOptions) => Promise<Guest>;
  /** Another browser, of somebody new who is signed in. */
  participant: () => Promise<Guest & { person: Person }>;
  /** Another browser, of the administrator. */
  maintainer: () => Promise<Guest>;
}

export const test = base.extend<Journey>({
  complaints: [
    async ({ context }, use) => {
      const complaints = new Complaints();
      complaints.watch(context);
      await use(complaints);
      expect(complaints.unexpected, 'complaints of the pages').toEqual([]);
    },
    { auto: true },
  ],
  home: async ({ baseURL }, use) => {
    if (!baseURL) throw new Error('The journeys need a baseURL');
    await use(baseURL);
  },
  person: async ({ context, home }, use) => {
    await use(await joinAs(context, home));
  },
  visitor: async ({ browser, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (device = {}) => {
      const context = await browser.newContext(device);
      opened.push(context);
      complaints.watch(context);
      return { context, page: await context.newPage() };
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  participant: async ({ visitor, home }, use) => {
    await use(async () => {
      const guest = await visitor();
      return { ...guest, person: await joinAs(guest.context, home) };
    });
  },
  maintainer: async ({ visitor, home }, use) => {
    await use(async () => {
      const guest = await visitor();
      await openSession(guest.context.request, home, maintainer());
      return guest;
    });
  },
});

export { expect };
