import type { ReactElement } from 'react';

import { Skeleton } from '../components/index.ts';

/** A document that is on its way, in its shape. */
export function DocumentSkeleton(): ReactElement {
  return (
    <div className="document">
      <div className="document__side">
        <Skeleton lines={9} height="1.4rem" />
      </div>
      <div className="document__main">
        <div className="title-block">
          <Skeleton width="12rem" height="1.5rem" />
          <p>
            <Skeleton width="32rem" height="2.6rem" />
          </p>
          <Skeleton width="24rem" height="3rem" />
        </div>
        <div className="section">
          <div className="section__body">
            <Skeleton lines={4} />
          </div>
        </div>
      </div>
    </div>
  );
}
