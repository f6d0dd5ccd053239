import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, type SubmitEvent, useState } from 'react';

import { queryString } from '#contract/client';

import { fieldProblem, newIdempotencyKey, queries, useCall } from '../api.ts';
import { Loaded, parseSearch, tellProblem } from '../app-shell.ts';
import { Button, Field, Icon, IconButton, Popover, PopoverClose, Skeleton, TextInput } from '../components.ts';
import { countFilters, type ListSearch, readListSearch } from './list-search.ts';

/** Filters that were given a name: to go to, to add, to forget. */
export function SavedFilters({ search }: { readonly search: ListSearch }): ReactElement {
  const canSave = countFilters(search) > 0 || search.q !== undefined;
  return (
    <Popover
      label="Saved filters"
      align="end"
      className="saved-filters"
      trigger={
        <Button size="sm" variant="quiet" icon="bookmark" className="filter-bar__filter">
          Saved
          <Icon name="chevron-down" />
        </Button>
      }
    >
      <SavedList canSave={canSave} />
      {canSave && <SaveForm query={queryString(search)} />}
    </Popover>
  );
}

function SavedList({ canSave }: { readonly canSave: boolean }): ReactElement {
  const saved = useQuery(queries.savedFilters());
  const forget = useCall('deleteSavedFilter', { outdates: [['saved-filters']], onError: tellProblem });
  return (
    <Loaded query={saved} skeleton={<Skeleton lines={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="facet-filter__none">
            {canSave ? 'You have no saved filters.' : 'Set filters or search words, then give them a name here.'}
          </p>
        ) : (
          <ul className="saved-filters__list">
            {items.map(({ id, name, query }) => (
              <li key={id} className="saved-filters__row">
                <PopoverClose asChild>
                  <Link to="/postmortems" search={readListSearch(parseSearch(query))}>
                    {name}
                  </Link>
                </PopoverClose>
                <IconButton
                  icon="trash"
                  size="sm"
                  label={`Forget “${name}”`}
                  onClick={() => forget.mutate({ path: { filterId: id } })}
                />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function SaveForm({ query }: { readonly query: string }): ReactElement {
  const [name, setName] = useState('');
  const save = useCall('createSavedFilter', {
    outdates: [['saved-filters']],
    onSuccess: () => setName(''),
    onError: tellProblem,
  });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save.mutate({ body: { name, query }, idempotencyKey: newIdempotencyKey() });
  };
  return (
    <form className="saved-filters__form" onSubmit={submit}>
      <Field label="Save these filters as" problem={fieldProblem(save.error, 'name')}>
        {(control) => (
          <TextInput
            {...control}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={save.isPending}>
        Save
      </Button>
    </form>
  );
}
