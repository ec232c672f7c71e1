export { type Lesson, type Period, type Placement, type Resource, Timetable } from "./timetable.js";
