import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { Page } from '../app-shell.ts';
import { Tabs } from '../components.ts';
import { FromEvidence } from './from-evidence.tsx';
import { FromMarkdown } from './from-markdown.tsx';
import { FromTemplate } from './from-template.tsx';
import './new-page.css';

type Way = 'evidence' | 'markdown' | 'template';

/** Begins a post-mortem: from evidence, from a document there is, or from the questions of a template. */
export function NewPage(): ReactElement {
  const { way } = useSearch({ strict: false }) as { readonly way?: string };
  const navigate = useNavigate();
  const shown: Way = way === 'markdown' || way === 'template' ? way : 'evidence';
  const change = (next: Way): void => {
    navigate({ to: '/new', search: { way: next }, replace: true }).catch(reportError);
  };
  return (
    <Page title="New post-mortem">
      <Tabs
        label="Ways to begin"
        value={shown}
        onChange={change}
        tabs={[
          { id: 'evidence', label: 'From evidence', content: <FromEvidence /> },
          { id: 'markdown', label: 'From Markdown', content: <FromMarkdown /> },
          { id: 'template', label: 'From a template', content: <FromTemplate /> },
        ]}
      />
    </Page>
  );
}
