import type { Term, Vocabulary } from "../../src/importers/vocabulary";

const term =
  (kind: Term["kind"]) =>
  (...names: string[]): Term => ({ kind, slug: names[0].toLowerCase().replace(/[^a-z0-9]+/g, "-"), names });
const loss = term("LossFunction");
const backbone = term("Backbone");
const dataset = term("TrainingDataset");
const paper = term("Paper");

/** A few names, some of them of a loss and a paper, some within others. */
export const FACE_VOCABULARY: Vocabulary = [
  loss("Softmax", "Softmax loss"),
  loss("Angular margin", "Angular margin loss"),
  loss("A-Softmax"),
  loss("ArcFace", "Additive Angular Margin Loss"),
  loss("Triplet loss"),
  loss("Verification loss"),
  loss("Center loss"),
  loss("Cosine loss"),
  loss("SphereFace+"),
  backbone("ResNet", "Deep residual network"),
  backbone("ResNet-50", "RestNet-50"),
  backbone("ResNet-100", "r100"),
  backbone("DenseNet-69", "DensetNet-69"),
  dataset("MS-Celeb-1M", "MSCeleb-1M"),
  dataset("CASIA-WebFace", "CAISA"),
  dataset("VGGFace"),
  dataset("VGGFace2"),
  dataset("MegaFace"),
  paper("ArcFace: Additive Angular Margin Loss for Deep Face Recognition", "ArcFace"),
  paper("Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks", "MTCNN"),
  paper("Deep Face Recognition", "VGGFace"),
];
