import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTitle } from "./use-title";

const QueryPanel = lazy(() => import("../frame/query-panel"));

/** A file that a view can be taken along as. */
export interface ExportLink {
  name: string;
  address: string;
  what: string;
  /** True for what is offered beside the query only. */
  isMinor?: boolean;
}

interface PageHeadProps {
  /** What kind of page it is, or where it belongs. */
  kicker?: ReactNode;
  title: string;
  children?: ReactNode;
  files?: readonly ExportLink[];
}

/** Title of a page, with the query behind it and the files that it can be had as. */
export function PageHead({ kicker, title, children, files = [] }: PageHeadProps) {
  useTitle(title);
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="head">
      <div>
        {kicker && <p className="kicker">{kicker}</p>}
        <h1>{title}</h1>
        {children}
      </div>
      <div className="tools">
        {files
          .filter(({ isMinor }) => !isMinor)
          .map(({ name, address, what }) => (
            <a key={name} className="tool" href={address} download title={what}>
              {name}
            </a>
          ))}
        <button type="button" className="tool" onClick={() => setOpen(true)}>
          Query
        </button>
      </div>
      <Suspense>{isOpen && <QueryPanel files={files} close={() => setOpen(false)} />}</Suspense>
    </div>
  );
}
