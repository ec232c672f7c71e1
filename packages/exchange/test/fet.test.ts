import { unwrap } from "@collegium/schema";
import { describe, expect, it } from "vitest";
import { readTimetable, writeTimetable } from "../src/index.js";

const names = (list: string, element: string, values: readonly string[]) =>
  `<${list}>${values.map((name) => `<${element}><Name>${name}</Name></${element}>`).join("")}</${list}>`;
const activity = (id: number, subject: string, teachers: string[], students: string[], duration = 1) =>
  `<Activity>${teachers.map((t) => `<Teacher>${t}</Teacher>`).join("")}<Subject>${subject}</Subject>${students.map((s) => `<Students>${s}</Students>`).join("")}<Duration>${duration}</Duration><Total_Duration>${duration}</Total_Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`;
const start = (id: number, day: string, hour: string, weight = 100) =>
  `<ConstraintActivityPreferredStartingTime><Weight_Percentage>${weight}</Weight_Percentage><Activity_Id>${id}</Activity_Id><Preferred_Day>${day}</Preferred_Day><Preferred_Hour>${hour}</Preferred_Hour><Permanently_Locked>true</Permanently_Locked><Active>true</Active></ConstraintActivityPreferredStartingTime>`;

const solved = [
  start(1, "Mon", "8:00 - 8:45"),
  start(2, "Mon", "9:00 - 9:45"),
  start(3, "Tue", "8:00 - 8:45"),
  start(4, "Tue", "8:00 - 8:45"),
].join("\n");
/** Two teachers, a year of two groups one of which is split, and a staff meeting. */
const school = (times: string, more = "") => `<?xml version="1.0" encoding="UTF-8"?>
<fet version="6.8.5"><Institution_Name>Example &amp; Sons</Institution_Name>
${names("Days_List", "Day", ["Mon", "Tue"])}
${names("Hours_List", "Hour", ["8:00 - 8:45", "9:00 - 9:45", "lunch"])}
${names("Teachers_List", "Teacher", ["Alpha", "Beta"])}
<Students_List><Year><Name>Year 7</Name><Group><Name>7A</Name><Subgroup><Name>7A girls</Name></Subgroup><Subgroup><Name>7A boys</Name></Subgroup></Group><Group><Name>7B</Name></Group></Year></Students_List>
<Activities_List>${activity(1, "Maths", ["Alpha"], ["7A"])}${activity(2, "PE", ["Beta"], ["7A girls", "7B"])}${activity(3, "Staff meeting", ["Alpha", "Beta"], [])}${activity(4, "Assembly", [], ["Year 7"], 2)}</Activities_List>
${names("Rooms_List", "Room", ["R & D".replace("&", "&amp;"), "Gym"])}
<Time_Constraints_List>${times}
<ConstraintBreakTimes><Weight_Percentage>100</Weight_Percentage><Break_Time><Day>Mon</Day><Hour>lunch</Hour></Break_Time><Active>true</Active></ConstraintBreakTimes>
${more}</Time_Constraints_List>
<Space_Constraints_List><ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage><Activity_Id>2</Activity_Id><Room>Gym</Room><Active>true</Active></ConstraintActivityPreferredRoom></Space_Constraints_List>
</fet>`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe("FET", () => {
  it("gives activities as lessons, sets of students expanded, rooms chosen, days up to their last taught hour", async () => {
    const { timetable, format } = unwrap(await readTimetable(bytes(school(solved))));
    expect(format).toBe("fet");
    expect(timetable.school).toBe("Example & Sons");
    expect(timetable.lessons).toMatchObject([
      {
        id: "1",
        name: "Maths 7A",
        kind: "teaching",
        course: "Maths",
        resources: ["Alpha", "7A girls", "7A boys"],
      },
      { id: "2", resources: ["Beta", "7A girls", "7B"], needs: [{ role: "room", kind: "room" }] },
      { id: "3", kind: "meeting", resources: ["Alpha", "Beta"] },
      { id: "4", kind: "teaching", resources: ["7A girls", "7A boys", "7B"] },
    ]);
    expect(timetable.placements[1]).toEqual({
      lesson: "2",
      start: "Mon 9:00 - 9:45",
      duration: 1,
      chosen: [{ role: "room", resource: "Gym" }],
    });
    expect(timetable.resources.find((r) => r.id === "7A boys")).toMatchObject({
      grade: "7",
      pools: ["Year 7", "7A"],
    });
    expect(timetable.periods.map((p) => p.id)).toEqual([
      "Mon 8:00 - 8:45",
      "Mon 9:00 - 9:45",
      "Tue 8:00 - 8:45",
      "Tue 9:00 - 9:45",
    ]);
    expect(timetable.periods[0]).toMatchObject({ start: 480, end: 525 });
  });

  it("keeps constraints as rules, under XHSTT's names where they mean the same", async () => {
    const more = `<ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Teacher>Beta</Teacher><Not_Available_Time><Day>Tue</Day><Hour>9:00 - 9:45</Hour></Not_Available_Time><Not_Available_Time><Day>Tue</Day><Hour>lunch</Hour></Not_Available_Time><Active>true</Active></ConstraintTeacherNotAvailableTimes>
<ConstraintActivitiesSameStartingTime><Weight_Percentage>95</Weight_Percentage><Activity_Id>3</Activity_Id><Activity_Id>4</Activity_Id><Active>true</Active></ConstraintActivitiesSameStartingTime>
<ConstraintActivitiesPreferredStartingTimes><Weight_Percentage>100</Weight_Percentage><Students_Name>7A</Students_Name><Subject_Name></Subject_Name><Preferred_Starting_Time><Preferred_Starting_Day>Mon</Preferred_Starting_Day><Preferred_Starting_Hour>8:00 - 8:45</Preferred_Starting_Hour></Preferred_Starting_Time><Active>true</Active></ConstraintActivitiesPreferredStartingTimes>
<ConstraintMinGapsBetweenActivities><Weight_Percentage>100</Weight_Percentage><Activity_Id>1</Activity_Id><MinGaps>2</MinGaps><Active>true</Active></ConstraintMinGapsBetweenActivities>
<ConstraintTeachersMaxHoursDaily><Weight_Percentage>100</Weight_Percentage><Maximum_Hours_Daily>6</Maximum_Hours_Daily><Active>false</Active></ConstraintTeachersMaxHoursDaily>`;
    const { timetable } = unwrap(await readTimetable(bytes(school(solved, more))));
    expect(timetable.rules).toMatchObject([
      {
        kind: "avoid-unavailable-times",
        hard: true,
        source: "fet",
        resources: ["Beta"],
        periods: ["Tue 9:00 - 9:45"],
      },
      { kind: "link-events", hard: false, weight: 95, lessonGroups: [{ lessons: ["3", "4"] }] },
      { kind: "prefer-times", lessons: ["1", "2", "4"], periods: ["Mon 8:00 - 8:45"] },
      { kind: "min-gaps-between-activities", lessons: ["1"], values: { MinGaps: ["2"] } },
    ]);
  });

  it("reads what activities and teachers may do in a week as XHSTT's rules", async () => {
    const slot = (day: string, hour: string) =>
      `<Preferred_Time_Slot><Preferred_Day>${day}</Preferred_Day><Preferred_Hour>${hour}</Preferred_Hour></Preferred_Time_Slot>`;
    const more = `<ConstraintMinDaysBetweenActivities><Weight_Percentage>100</Weight_Percentage><Activity_Id>1</Activity_Id><Activity_Id>2</Activity_Id><MinDays>1</MinDays><Active>true</Active></ConstraintMinDaysBetweenActivities>
<ConstraintActivitiesPreferredTimeSlots><Weight_Percentage>100</Weight_Percentage><Subject_Name>Maths</Subject_Name>${slot("Mon", "8:00 - 8:45")}<Active>true</Active></ConstraintActivitiesPreferredTimeSlots>
<ConstraintTeacherMaxDaysPerWeek><Weight_Percentage>100</Weight_Percentage><Teacher_Name>Beta</Teacher_Name><Max_Days_Per_Week>1</Max_Days_Per_Week><Active>true</Active></ConstraintTeacherMaxDaysPerWeek>
<ConstraintTeachersMaxGapsPerDay><Weight_Percentage>100</Weight_Percentage><Max_Gaps>0</Max_Gaps><Active>true</Active></ConstraintTeachersMaxGapsPerDay>`;
    const { timetable } = unwrap(await readTimetable(bytes(school(solved, more))));
    const perDay = [{ maximum: 1 }, { maximum: 1 }];
    expect(timetable.rules).toMatchObject([
      { kind: "spread-events", hard: true, lessonGroups: [{ lessons: ["1", "2"] }], periodGroups: perDay },
      { kind: "prefer-times", periods: ["Mon 8:00 - 8:45"] },
      { kind: "cluster-busy-times", resources: ["Beta"], maximum: 1 },
      { kind: "limit-idle-times", maximum: 0, periodGroups: [{ id: "Mon" }] },
      { kind: "limit-idle-times", maximum: 0, periodGroups: [{ id: "Tue" }] },
    ]);
  });

  it("reads days wished for, least days of a teacher, and which activities end a day", async () => {
    const more = `<ConstraintActivityPreferredDay><Weight_Percentage>100</Weight_Percentage><Activity_Id>1</Activity_Id><Preferred_Day>Mon</Preferred_Day><Active>true</Active></ConstraintActivityPreferredDay>
<ConstraintTeacherMinDaysPerWeek><Weight_Percentage>100</Weight_Percentage><Teacher_Name>Beta</Teacher_Name><Minimum_Days_Per_Week>2</Minimum_Days_Per_Week><Active>true</Active></ConstraintTeacherMinDaysPerWeek>
<ConstraintActivitiesEndStudentsDay><Weight_Percentage>100</Weight_Percentage><Teacher_Name></Teacher_Name><Students_Name></Students_Name><Subject_Name>PE</Subject_Name><Activity_Tag_Name></Activity_Tag_Name><Active>true</Active></ConstraintActivitiesEndStudentsDay>`;
    const { timetable } = unwrap(await readTimetable(bytes(school(solved, more))));
    expect(timetable.rules).toMatchObject([
      { kind: "prefer-times", lessons: ["1"], periods: ["Mon 8:00 - 8:45", "Mon 9:00 - 9:45"] },
      { kind: "cluster-busy-times", resources: ["Beta"], minimum: 2 },
      { kind: "activities-end-students-day", lessons: ["2"] },
    ]);
  });

  it("lets no lesson run over a break, unless the break is switched off", async () => {
    const week = (active: boolean) => `<fet version="6.8.5">
${names("Days_List", "Day", ["Mon"])}${names("Hours_List", "Hour", ["1", "2", "break", "3"])}
${names("Teachers_List", "Teacher", ["Alpha"])}<Students_List/>
<Activities_List>${activity(1, "Maths", ["Alpha"], [], 2)}${activity(2, "Art", ["Alpha"], [])}</Activities_List>
<Time_Constraints_List>${start(1, "Mon", "1")}${start(2, "Mon", "3")}
<ConstraintBreakTimes><Weight_Percentage>100</Weight_Percentage><Break_Time><Day>Mon</Day><Hour>break</Hour></Break_Time><Active>${active}</Active></ConstraintBreakTimes></Time_Constraints_List></fet>`;
    const { timetable } = unwrap(await readTimetable(bytes(week(true))));
    expect(timetable.periods.map((p) => p.name)).toEqual(["1", "2", "3"]);
    expect(timetable.rules).toMatchObject([{ kind: "break-before", hard: true, periods: ["Mon 3"] }]);
    const off = unwrap(await readTimetable(bytes(week(false)))).timetable;
    expect(off.periods.map((p) => p.name)).toEqual(["1", "2", "break", "3"]);
    expect(off.rules).toEqual([]);
  });

  it("keeps the few starts that a school locked permanently, and no lock where most are", async () => {
    const few = solved.replaceAll(">true</Permanently_Locked>", ">false</Permanently_Locked>").split("\n");
    const text = school([start(1, "Mon", "8:00 - 8:45"), ...few.slice(1)].join("\n"));
    const { timetable } = unwrap(await readTimetable(bytes(text)));
    expect(timetable.rules).toMatchObject([
      { kind: "preassigned-times", hard: true, starts: [{ lesson: "1", start: "Mon 8:00 - 8:45" }] },
    ]);
    expect(unwrap(await readTimetable(bytes(school(solved)))).timetable.rules).toEqual([]);
  });

  it("writes days, hours and rooms alone", async () => {
    const text = school(solved);
    const { timetable, original } = unwrap(await readTimetable(bytes(text)));
    const moved = timetable.placements.map((p) =>
      p.lesson === "2"
        ? { ...p, start: "Tue 9:00 - 9:45", chosen: [{ role: "room", resource: "R & D" }] }
        : p,
    );
    const output = unwrap(writeTimetable(original, moved));
    const wanted = text
      .replace(start(2, "Mon", "9:00 - 9:45"), start(2, "Tue", "9:00 - 9:45"))
      .replace("<Room>Gym</Room>", "<Room>R &amp; D</Room>");
    expect(new TextDecoder().decode(output)).toBe(wanted);
    expect(unwrap(await readTimetable(output)).timetable.placements).toEqual(moved);
    expect(new TextDecoder().decode(unwrap(writeTimetable(original, timetable.placements)))).toBe(text);
  });

  it("says when a plan splits an activity", async () => {
    const long = school(solved).replace(
      activity(1, "Maths", ["Alpha"], ["7A"]),
      activity(1, "Maths", ["Alpha"], ["7A"], 2),
    );
    const { timetable, original } = unwrap(
      await readTimetable(
        bytes(long.replace(start(2, "Mon", "9:00 - 9:45"), start(2, "Tue", "9:00 - 9:45"))),
      ),
    );
    const [whole, ...others] = timetable.placements;
    const halves = ["Mon 8:00 - 8:45", "Tue 9:00 - 9:45"].map((period) => ({
      ...whole!,
      start: period,
      duration: 1,
    }));
    const result = writeTimetable(original, [...halves, ...others]);
    expect(!result.ok && result.issues[0]?.code).toBe("not-expressible");
  });

  it.each([
    ["an unsolved file", school(""), "incomplete-solution"],
    ["wishes instead of a solved week", school(solved.replaceAll(">100<", ">95<")), "incomplete-solution"],
    [
      "an unknown teacher",
      school(solved).replace("<Teacher>Alpha</Teacher>", "<Teacher>Ghost</Teacher>"),
      "unknown-reference",
    ],
    ["a start outside the week", school(solved.replace("Mon", "Sun")), "outside-week"],
    ["no days", "<fet/>", "no-days"],
    ["no activities", school("").replace(/<Activities_List>.*<\/Activities_List>/s, ""), "no-lessons"],
  ])("refuses %s", async (_, text, code) => {
    const result = await readTimetable(bytes(text));
    expect(!result.ok && result.issues[0]?.code).toBe(code);
  });

  it("leaves out the few activities without a place, and says so", async () => {
    const many = Array.from({ length: 20 }, (_, i) => activity(100 + i, "Art", ["Beta"], ["7B"])).join("");
    const starts = Array.from({ length: 19 }, (_, i) => start(100 + i, "Mon", "9:00 - 9:45")).join("");
    const read = await readTimetable(
      bytes(school(solved + starts).replace("</Activities_List>", `${many}</Activities_List>`)),
    );
    expect(unwrap(read).timetable.lessons).toHaveLength(23);
    expect(read.ok && read.warnings[0]).toMatchObject({
      code: "lessons-unplaced",
      data: { lessons: ["119"] },
    });
  });
});
