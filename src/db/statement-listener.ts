/** Called with the text of every statement that is sent. */
export type StatementListener = (text: string) => void;
