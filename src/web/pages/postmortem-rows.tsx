import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import type { PostmortemSummary } from './api.ts';
import { CompletenessRing, Day, Icon, PrivateBadge, SeverityBadge, Skeleton, StatusBadge } from './components.ts';
import { formatImpact } from './format-impact.ts';
import './postmortem-rows.css';

/** One post-mortem in a list: the whole row is the link, named by its title. */
export function PostmortemRow({ postmortem }: { readonly postmortem: PostmortemSummary }): ReactElement {
  const { id, title, severity, status, services, incidentAt, impactSeconds, openActions, completeness } = postmortem;
  return (
    <div className="postmortem-row">
      <span className="postmortem-row__severity">
        <SeverityBadge severity={severity} />
      </span>
      <span className="postmortem-row__title">
        <Link to="/postmortems/$id" params={{ id }} data-row-link>
          {title}
        </Link>
        {postmortem.private && <PrivateBadge />}
        <span className="postmortem-row__services">{services.join(', ')}</span>
      </span>
      <span className="postmortem-row__day">{incidentAt !== null && <Day at={incidentAt} zone="UTC" />}</span>
      <span className="postmortem-row__impact">{impactSeconds !== null && formatImpact(impactSeconds)}</span>
      <span className="postmortem-row__actions">{openActions > 0 && <OpenActions count={openActions} />}</span>
      <span className="postmortem-row__status">
        <StatusBadge status={status} />
      </span>
      <CompletenessRing part={completeness} />
    </div>
  );
}

function OpenActions({ count }: { readonly count: number }): ReactElement {
  const text = count === 1 ? 'open action' : 'open actions';
  return (
    <span title={`${String(count)} ${text}`}>
      <Icon name="actions" /> {count}
      <span className="visually-hidden"> {text}</span>
    </span>
  );
}

/** The place of rows that are on their way. */
export function PostmortemRowsSkeleton({ rows = 8 }: { readonly rows?: number }): ReactElement {
  return (
    <div className="postmortem-rows">
      {Array.from({ length: rows }, (_each, index) => (
        <div key={index} className="postmortem-row">
          <Skeleton width="3rem" height="1.2em" />
          <Skeleton width={`${String(38 + ((index * 17) % 40))}%`} height="1.1em" />
        </div>
      ))}
    </div>
  );
}
