/** Where a meeting lives. */
export function meetingPath(team: string, id: string): string {
  return `/teams/${encodeURIComponent(team)}/meetings/${encodeURIComponent(id)}`;
}
