import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';
import { Kbd } from '../components.ts';
import { SHORTCUTS } from './shortcuts.data.ts';
import './shortcuts-page.css';

/** Everything that keys do. */
export function ShortcutsPage(): ReactElement {
  return (
    <Page title="Keyboard shortcuts">
      <p className="shortcuts__lead">
        Letters work while no field has the focus. Two keys with a space: one after the other.
      </p>
      <div className="shortcuts">
        {SHORTCUTS.map(({ where, keys }) => (
          <section key={where}>
            <h2>{where}</h2>
            <dl className="shortcuts__list">
              {keys.map(([stroke, does]) => (
                <div key={stroke} className="shortcuts__row">
                  <dt>{does}</dt>
                  <dd>
                    <Kbd keys={stroke} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Page>
  );
}
