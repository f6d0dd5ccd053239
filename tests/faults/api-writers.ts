import { setTimeout as wait } from 'node:timers/promises';

import type { Answer, FaultyServer } from './faulty-server.ts';

/** What a server may answer while its database is away, or while the request of a killed one still holds its key. */
const EXPECTED = new Set([409, 503]);

/** Programs that write through the API as fast as they may, and remember what was acknowledged. */
export class ApiWriters {
  /** Titles of created post-mortems, by id. */
  readonly created = new Map<string, string>();
  /** Texts of timeline events that were added. */
  readonly events: string[] = [];
  /** Post-mortems whose title counts up, with the highest number that was acknowledged. */
  readonly counted = new Map<string, number>();
  /** Answers that nobody should get, whatever was killed. */
  readonly complaints: string[] = [];
  acknowledged = 0;
  private readonly server: FaultyServer;
  private readonly writers: Promise<void>[];
  private isWriting = true;
  private count = 0;

  /** @param open a post-mortem that somebody has open in an editor, @param closed one that nobody has */
  constructor(server: FaultyServer, { open, closed }: { readonly open: string; readonly closed: string }) {
    this.server = server;
    this.writers = [
      this.repeat(() => this.createOne()),
      this.repeat(() => this.addEvent(closed)),
      this.repeat(() => this.addEvent(open)),
      this.repeat(() => this.countUp()),
    ];
  }

  async stop(): Promise<void> {
    this.isWriting = false;
    await Promise.all(this.writers);
  }

  private async repeat(write: () => Promise<void>): Promise<void> {
    while (this.isWriting) {
      await write();
      await wait(5);
    }
  }

  /** The answer to a write, where it was acknowledged. */
  private async acknowledgedBy(request: Promise<Answer>): Promise<Answer['body'] | undefined> {
    // A server that is gone answers nothing at all, which acknowledges nothing.
    const answer = await request.catch(() => undefined);
    if (answer === undefined || EXPECTED.has(answer.status)) {
      await wait(20);
      return undefined;
    }
    if (answer.status >= 300) this.complaints.push(`${answer.status} ${JSON.stringify(answer.body)}`);
    else this.acknowledged += 1;
    return answer.status < 300 ? answer.body : undefined;
  }

  private async createOne(): Promise<void> {
    const title = `Outage ${(this.count += 1)}`;
    const body = await this.acknowledgedBy(this.server.create('/postmortems', { title }));
    if (body !== undefined) this.created.set(body.id, title);
  }

  private async addEvent(postmortemId: string): Promise<void> {
    const text = `event ${(this.count += 1)} of it`;
    const path = `/postmortems/${postmortemId}/events`;
    if ((await this.acknowledgedBy(this.server.create(path, { line: `12:05 ${text}` }))) !== undefined)
      this.events.push(text);
  }

  /** Changes that build on each other: each names the revision that it changes. */
  private async countUp(): Promise<void> {
    const made = await this.acknowledgedBy(this.server.create('/postmortems', { title: 'Count 0' }));
    if (made === undefined) return;
    this.counted.set(made.id, 0);
    let { revision } = made;
    for (let number = 1; number < 10 && this.isWriting; number += 1) {
      const changed = await this.acknowledgedBy(
        this.server.call('PUT', `/postmortems/${made.id}`, {
          body: { record: { ...made.record, title: `Count ${number}` } },
          headers: { 'if-match': `"${revision}"` },
        }),
      );
      if (changed === undefined) return;
      this.counted.set(made.id, number);
      ({ revision } = changed);
    }
  }
}
