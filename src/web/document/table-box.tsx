import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';

interface TableBoxProps {
  /** What the table is about. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls in its box where it is too wide; by keyboard, too, but only then is it a stop on the way. */
export function TableBox({ children, label }: TableBoxProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const region = scrolls ? { role: 'group', 'aria-label': label, tabIndex: 0 } : {};
  return (
    <div ref={box} className="table-box" {...region}>
      {children}
    </div>
  );
}
