import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';

import { useDocument } from './document-context.ts';
import { TableBox } from './table-box.tsx';

/** The evidence behind the document. */
export function EvidenceList(): ReactElement {
  const { postmortemId, record } = useDocument();
  return (
    <>
      <TableBox label="Evidence">
        <table className="table table--document">
          <caption className="visually-hidden">Evidence</caption>
          <thead>
            <tr>
              <th scope="col">Id</th>
              <th scope="col">File</th>
              <th scope="col">Format</th>
              <th scope="col" className="table__number">
                Events
              </th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {(record.evidence ?? []).map((item, index) => (
              <tr key={index} id={`evidence-${item.id}`}>
                <td>{item.id}</td>
                <td>{item.file}</td>
                <td>{item.format ?? ''}</td>
                <td className="table__number">{item.events ?? ''}</td>
                <td>
                  <code className="evidence__hash" title={item.sha256 ?? ''}>
                    {(item.sha256 ?? '').slice(0, 12)}
                  </code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p className="no-print">
        <Link to="/postmortems/$id/evidence" params={{ id: postmortemId }}>
          Open the evidence
        </Link>
      </p>
    </>
  );
}
