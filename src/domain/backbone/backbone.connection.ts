import { connectionType } from "../../common/pagination/connection";
import { treeConnection } from "../catalogue/tree.connection";
import { treeArgs } from "../catalogue/tree.inputs";
import { Backbone } from "./backbone.entity";

export const BackbonesArgs = treeArgs("Backbone", "backbones");

export const BackboneConnection = connectionType<Backbone>("BackboneConnection", () => Backbone, "backbones");
export type BackboneConnection = InstanceType<typeof BackboneConnection>;

/** Backbones: all of them, those of an organisation, or those that a paper introduced. */
export const backboneConnection = treeConnection("Backbone", BackboneConnection);
