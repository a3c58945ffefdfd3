import { Link } from "react-router";
import { pageOf } from "../address/things";

/** Something in a tree, as a list gives it. */
export interface TreeNode {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  isFamily: boolean;
  parent: { id: string } | null;
  submissions: { totalCount: number };
}

interface TreeProps {
  nodes: readonly TreeNode[];
  address: string;
}

/** What stands under what, with how many submissions state or inherit it or anything under it. */
export function Tree({ nodes, address }: TreeProps) {
  const known = new Set(nodes.map(({ id }) => id));
  const under = Map.groupBy(nodes, ({ parent }) => (parent && known.has(parent.id) ? parent.id : ""));
  return <Branch under={under} id="" address={address} />;
}

interface BranchProps {
  under: ReadonlyMap<string, readonly TreeNode[]>;
  id: string;
  address: string;
}

function Branch({ under, id, address }: BranchProps) {
  const children = under.get(id);
  if (!children) return null;
  return (
    <ul className={id === "" ? "tree" : undefined}>
      {children.map((node) => (
        <li key={node.id} className={node.isFamily ? "family" : undefined}>
          <span className="entry">
            <Link to={pageOf(address, node.slug)}>{node.name}</Link>
            <span className="count">
              {node.submissions.totalCount}
              <span className="unseen"> submissions</span>
            </span>
            {node.description && <span className="note"> {node.description}</span>}
          </span>
          <Branch under={under} id={node.id} address={address} />
        </li>
      ))}
    </ul>
  );
}
