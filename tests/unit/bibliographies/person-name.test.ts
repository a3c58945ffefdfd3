import { personName } from "../../../src/exporters/bibliographies/person-name";

test.each([
  ["Jie Ma", { given: "Jie", family: "Ma" }],
  ["Minh N. Do", { given: "Minh N.", family: "Do" }],
  ["Dean A. Pomerleau", { given: "Dean A.", family: "Pomerleau" }],
  ["Stéphane Gentric", { given: "Stéphane", family: "Gentric" }],
  ["Ludwig van der Berg", { given: "Ludwig", "non-dropping-particle": "van der", family: "Berg" }],
  ["Maria de la Cruz Lopez", { given: "Maria", "non-dropping-particle": "de la", family: "Cruz Lopez" }],
  ["danah boyd", { given: "danah", family: "boyd" }],
  ["Mohamed el-Sayed", { given: "Mohamed", family: "el-Sayed" }],
  ["John A. Smith Jr.", { given: "John A.", family: "Smith", suffix: "Jr." }],
  ["Deng, Jiankang", { given: "Jiankang", family: "Deng" }],
  ["van der Berg, Ludwig", { given: "Ludwig", "non-dropping-particle": "van der", family: "Berg" }],
  ["Smith, Jr., John", { given: "John", family: "Smith", suffix: "Jr." }],
  ["Deng,", { family: "Deng" }],
  ["Google", { family: "Google" }],
  ["李 雷", { literal: "李 雷" }],
])("%s", (name, parts) => {
  expect(personName(name)).toEqual(parts);
});
