/** Master schedules in the shapes that student information systems and spreadsheets give them, with made-up people. */
export const schedules = {
  /** PowerSchool: periods and days in one expression, numbered terms, a meeting with two teachers. */
  expression: `Course_Number,Course_Name,Section_Number,TermID,Expression,Teacher,Room,No_of_students
MATH7,Mathematics 7,1,3400,1(A-E),"Alpha, Ann",101,24
MATH7,Mathematics 7,2,3400,"2(A-B) 3(C,E)","Alpha, Ann",101,25
SCI7,Science 7,1,3401,3(A-B),"Beta, Bob",LAB,22
SCI7,Science 7,2,3402,3(A-B),"Beta, Bob",LAB,22
PLC,Math PLC,1,3400,4(A),"Alpha, Ann",101,0
PLC,Math PLC,1,3400,4(A),"Beta, Bob",101,0
`,
  /** Infinite Campus: a title above, semesters, days in words, a total below. */
  titled: `Springfield Middle School Master Schedule

Course Number,Course Name,Section Number,Teacher Display,Room,Term,Period Schedule,Day
0710,Math 7,0710-1,"Alpha, Ann",101,S1,1,Daily
0710,Math 7,0710-1,"Alpha, Ann",101,S2,1,Daily
0711,Sci 7,0711-1,"Beta, Bob",102,S1,2,MWF
0712,Art 7,0712-1,"Gamma, Gil",ART,S1,2,TTh

Total sections: 4
`,
  /** Skyward: abbreviated headers, semicolons, a double period. */
  abbreviated: `Crs;Sec;Crs Desc;Teacher;Rm;Days;Prd;Sem
100;1;English 6;ALPHA ANN;12;MTWRF;1;1
100;2;English 6;ALPHA ANN;12;MTWRF;2;1
101;1;Band;BETA BOB;GYM;TR;1-2;1
102;1;Reading Lab;GAMMA GIL;13;MWF;2;1
`,
  /** aSc: one row per card, tabs, classes of students. */
  cards: `Class\tSubject\tTeacher\tClassroom\tDay\tPeriod
7A\tMathematics\tAlpha\t101\tMonday\t1
7A\tMathematics\tAlpha\t101\tTuesday\t2
7A\tEnglish\tBeta\t102\tMonday\t2
7B\tEnglish\tBeta\t102\tMonday\t1
7B\tMathematics\tAlpha\t101\tWednesday\t1
`,
  masks: `Group,Subject,Teacher,Days,Lesson
7A,Maths,Alpha,10100,1
7A,English,Beta,01011,1
`,
  /** No days at all, students listed in a cell. */
  daily: `Teacher,Course,Section,Room,Period,Students
Alpha,Math,1,101,1,s1;s2;s3
Alpha,Math,2,101,2,s4;s5
Beta,Sci,1,102,1,s4;s5
Beta,Sci,2,102,2,s1;s2;s3
`,
  /** One row per student in a section. */
  studentRows: `Student ID,Course,Section ID,Teacher,Period,Days
1,Math,M1,Alpha,1,A
2,Math,M1,Alpha,1,A
1,Sci,S1,Beta,2,B
2,Sci,S1,Beta,2,B
`,
  dayColumns: `Teacher,Course,Sec,Period,M,T,W,R,F
Alpha,Math,1,1,X,,X,,X
Beta,Sci,1,1,,X,,X,
Beta,Sci,1,2,X,,,,
`,
  /** A wall chart: teachers by periods, planning time, a lunch, a cell of two lines. */
  grid: `Teacher,Period 1,Period 2,Period 3,Period 4
Alpha,Math 7,Prep,Math 7,Lunch
Beta,"Sci 7
Rm 102",Sci 8 (103),,PLC
Gamma,,ELA 7,Prep,PLC
`,
  /** Teachers by days and periods, day names in a row of their own. */
  gridOfDays: `Staff timetable,,,,
,Monday,,Tuesday,
Teacher,1,2,1,2
Alpha,7A Math,Prep,7B Math,7A Math
Beta,7B Eng,7A Eng,,Team meeting
Gamma,,7B Art,7A Art,Team meeting
`,
  times: `Teacher Last Name,Teacher First Name,Course Title,Start Time,End Time,Days
Alpha,Ann,Math 7,8:00 AM,8:50 AM,M-F
Alpha,Ann,Math 8,9:00 AM,9:50 AM,M-F
Beta,Bob,Sci 7,8:00 AM,8:50 AM,"Mon, Wed"
`,
  spanish: `Profesor;Asignatura;Grupo;Aula;Hora;Días
Peña, Ana;Matemáticas;1A;12;1;LMXJV
Gil, Bea;Lengua;1A;12;2;L X
`,
  /** Merged cells: the teacher stands in the first row alone. */
  merged: `Teacher,Period,Course,Days
Alpha,1,Math 7,M-F
,2,Math 8,M-F
,3,Prep,M-F
Beta,1,Sci 7,M-F
,2,Sci 8,M-F
`,
} as const;
