import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';

import type { RouteInput } from '#contract/client';

import { api, type PostmortemDetail, queries, queryClient } from '../api/index.ts';
import { tellProblem } from '../app-shell/index.ts';
import { Select } from '../components/index.ts';
import { Combobox } from '../components/combobox.tsx';
import { useDocument } from '../document/document-context.ts';

type Change = RouteInput<'updatePostmortem'>['body'];
type Dialect = NonNullable<Change['dialect']>;

/** What stands beside the record: services, teams, tags, template. Written at once, by a request of its own. */
export function BesideFields(): ReactElement | null {
  const { postmortemId } = useDocument();
  const { data } = useQuery(queries.postmortem(postmortemId));
  const settings = useQuery(queries.settings());
  const facets = useQuery(queries.facets());
  const dialects = useQuery(queries.dialects());
  if (data === undefined) return null;
  const write = (change: Change): void => {
    update(data, change).catch(tellProblem);
  };
  const templates = (dialects.data?.items ?? []).filter(({ id }) => id !== 'foreign');
  return (
    <div className="field-grid">
      <Combobox
        label="Services"
        value={data.services}
        options={settings.data?.services.map(({ name }) => name) ?? []}
        onChange={(services) => write({ services: [...services] })}
      />
      <Combobox
        label="Teams"
        value={data.teams}
        options={settings.data?.teams.map(({ name }) => name) ?? []}
        onChange={(teams) => write({ teams: [...teams] })}
      />
      <Combobox
        label="Tags"
        value={data.tags}
        options={facets.data?.tag.map(({ value }) => value) ?? []}
        onChange={(tags) => write({ tags: [...tags] })}
      />
      {templates.length > 0 && (
        <label className="line-field">
          <span className="line-field__label">Template</span>
          <Select
            value={data.dialect}
            options={templates.map(({ id, name }) => ({ value: id, label: name }))}
            {...(data.dialect === 'foreign' && { none: 'None of ours' })}
            onChange={(event) => write({ dialect: event.currentTarget.value as Dialect })}
          />
        </label>
      )}
    </div>
  );
}

/** The list shows the change at once; the newest revision is asked for, since typing makes new ones all the time. */
async function update(detail: PostmortemDetail, body: Change): Promise<void> {
  const { queryKey } = queries.postmortem(detail.id);
  queryClient.setQueryData(queryKey, { ...detail, ...(body as Partial<PostmortemDetail>) });
  try {
    const now = await queryClient.query({ ...queries.postmortem(detail.id), staleTime: 0 });
    const changed = await api('updatePostmortem', { path: { postmortemId: detail.id }, body, ifMatch: now.revision });
    queryClient.setQueryData(queryKey, changed);
  } catch (error) {
    queryClient.setQueryData(queryKey, detail);
    throw error;
  }
}
