import { cycleTranscript, findVocabulary, renderCycle, vocabularies } from "@collegium/meeting-cycle";
import { type Command, Misused, required, text } from "../command.js";
import { accepted, readJson } from "../files.js";

/** `collegium cycle render`: one transcript told in the words of any framework. */
export const cycleRender: Command = {
  name: "cycle render",
  says: "tell a cycle in the words of a framework",
  takes: "TRANSCRIPT",
  flags: {
    vocabulary: {
      type: "string",
      value: "NAME",
      says: `one of: ${vocabularies.map(({ id }) => shortName(id)).join(", ")}`,
    },
    lang: { type: "string", value: "en|es", says: "language of the texts; default en" },
  },
  async run(call, terminal) {
    const file = call.positionals[0];
    if (file === undefined) throw new Misused("Name the transcript's file.");
    const name = required(call, "vocabulary");
    const vocabulary = findVocabulary(name);
    if (!vocabulary) throw new Misused(`There is no vocabulary ${name}.`);
    const transcript = accepted(cycleTranscript.read(await readJson(file)));
    terminal.out(renderCycle(transcript, vocabulary, text(call, "lang") ?? "en"));
    return 0;
  },
};

function shortName(id: string): string {
  return id.slice(id.indexOf("/") + 1).replace(/@\d+$/, "");
}
