import { aliasResolver } from "../alias/alias.resolver";
import { introducedResolver } from "../catalogue/introduced.resolver";
import { rootsResolver } from "../catalogue/roots.resolver";
import { treeResolver } from "../catalogue/tree.resolver";
import { usersResolver } from "../claim/users.resolver";
import { BackboneConnection, BackbonesArgs, backboneConnection } from "./backbone.connection";

/** Everything that can be asked of backbones. */
export const backboneResolvers = [
  rootsResolver({
    kind: "Backbone",
    one: "backbone",
    many: "backbones",
    args: BackbonesArgs,
    connection: BackboneConnection,
    list: backboneConnection,
  }),
  aliasResolver("Backbone"),
  treeResolver("Backbone"),
  introducedResolver("Backbone"),
  usersResolver("Backbone"),
];
