import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { useSession } from '../api.ts';
import { Page } from '../app-shell.ts';
import { EmptyState, Icon } from '../components.ts';
import { AccountSection } from './account-section.tsx';
import { AuditSection } from './audit-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { type SectionId, SECTIONS } from './sections.data.ts';
import { ServicesSection } from './services-section.tsx';
import './settings-page.css';
import { SeveritiesSection } from './severities-section.tsx';
import { TokensSection } from './tokens-section.tsx';
import { WorkspaceSection } from './workspace-section.tsx';

const CONTENT: Readonly<Record<SectionId, ReactElement>> = {
  account: <AccountSection />,
  tokens: <TokensSection />,
  people: <PeopleSection />,
  workspace: <WorkspaceSection />,
  severities: <SeveritiesSection />,
  services: <ServicesSection />,
  audit: <AuditSection />,
};

/** Everything that can be set: one's own account, the people, the workspace. */
export function SettingsPage(): ReactElement {
  const { section } = useParams({ strict: false });
  const { permissions } = useSession();
  const shown = SECTIONS.filter(({ needs }) => needs === null || permissions.includes(needs));
  const current = shown.find(({ id }) => id === section);
  return (
    <Page title={current?.label ?? 'Settings'}>
      <div className="settings">
        <nav className="settings__nav" aria-label="Settings">
          {shown.map(({ id, label, icon }) => (
            <Link key={id} to="/settings/$section" params={{ section: id }} className="settings__link">
              <Icon name={icon} /> {label}
            </Link>
          ))}
        </nav>
        <div className="settings__content">
          {current ? (
            CONTENT[current.id]
          ) : (
            <EmptyState title="There is nothing here for you">
              No setting is called “{section}”, or it is a matter of the administrators.
            </EmptyState>
          )}
        </div>
      </div>
    </Page>
  );
}
