import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { newIdempotencyKey, useCall } from '../api.ts';
import { tellProblem } from '../app-shell.ts';
import { Button, Icon, type IconName } from '../components.ts';

const WAYS = [
  {
    way: 'evidence',
    icon: 'evidence',
    title: 'From evidence',
    text: 'Drop chat exports, alerts, deploy logs and git history. The timeline is read from them, with the source of every line.',
  },
  {
    way: 'markdown',
    icon: 'document',
    title: 'From Markdown',
    text: 'Bring the post-mortems you have, of any template. They stay the documents they are.',
  },
  {
    way: 'template',
    icon: 'edit',
    title: 'From a template',
    text: 'Start with the questions of a good post-mortem, and write together.',
  },
] as const satisfies readonly { way: string; icon: IconName; title: string; text: string }[];

/** How to begin in a workspace where there is nothing yet. */
export function FirstSteps({ mayCreate }: { readonly mayCreate: boolean }): ReactElement {
  if (!mayCreate) {
    return (
      <p className="first-steps__lead">
        There are no post-mortems here yet. The ones that your colleagues write appear on this page.
      </p>
    );
  }
  return (
    <div className="first-steps">
      <p className="first-steps__lead">
        An incident is worth its price once the whole team knows what happened and what changes. Three ways to begin:
      </p>
      <ul className="first-steps__ways">
        {WAYS.map(({ way, icon, title, text }) => (
          <li key={way} className="first-steps__way">
            <Icon name={icon} />
            <h2>
              <Link to="/new" search={{ way }}>
                {title}
              </Link>
            </h2>
            <p>{text}</p>
          </li>
        ))}
      </ul>
      <Example />
    </div>
  );
}

function Example(): ReactElement {
  const navigate = useNavigate();
  const demo = useCall('createDemo', {
    outdates: [['home'], ['postmortems'], ['facets']],
    onSuccess: ({ id }) => navigate({ to: '/postmortems/$id', params: { id } }),
    onError: tellProblem,
  });
  return (
    <section className="first-steps__example">
      <h2>Or look at one first</h2>
      <p>
        A checkout outage with its whole evidence: chat, alerts, deploys, logs, a git history. Change anything; delete
        it when you are done.
      </p>
      <Button
        variant="primary"
        icon="eye"
        busy={demo.isPending}
        onClick={() => demo.mutate({ idempotencyKey: newIdempotencyKey() })}
      >
        {demo.isPending ? 'Reading the evidence' : 'Open the example incident'}
      </Button>
    </section>
  );
}
