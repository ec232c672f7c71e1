/** A vote inside a protocol, in English. */
export const ballot = {
  "ballot.mark": "Mark at most {votes} {votes|choice|choices}.",
  "ballot.place": "Choice {place}",
  "ballot.vote": "Vote",
  "ballot.again": "Vote again",
  "ballot.secret": "Secret: nobody sees who voted what, and the count comes when everyone goes on.",
  "ballot.open": "Open: everyone sees who votes what.",
  "ballot.mine": "You have voted.",
  "ballot.none": "–",
  "ballot.result": "The vote",
  "ballot.cast": "{n} {n|vote|votes}",
  "ballot.tied": "A tie.",
  "ballot.few": "Too few voted in secret to show a count.",
};
