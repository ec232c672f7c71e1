/** A OneRoster 1.2 package of one school with made-up people, by file name. */
export const package12: Readonly<Record<string, string>> = {
  "manifest.csv": `propertyName,value
manifest.version,1.0
oneroster.version,1.2
file.orgs,bulk
file.academicSessions,bulk
file.courses,bulk
file.classes,bulk
file.users,bulk
file.roles,bulk
file.enrollments,bulk
file.categories,bulk
file.lineItems,bulk
file.results,bulk
file.demographics,absent
`,
  "orgs.csv": `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
d1,,,Example District,district,,
s1,,,North School,school,N1,d1
`,
  "academicSessions.csv": `sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
y1,,,2026-27,schoolYear,2026-08-20,2027-06-10,,2027
t1,,,Fall,term,2026-08-20,2026-12-18,y1,2027
`,
  "courses.csv": `sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes
c1,,,y1,Mathematics 7,MA7,07,s1,Mathematics,
`,
  "classes.csv": `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
k1,,,Mathematics 7A,07,c1,MA7-1,scheduled,101,s1,"t1,y1",Mathematics,,"1,2"
`,
  "users.csv": `sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
u1,,,true,alpha,"{Fed:f1},{SIS:9}",Ann,Alpha,,T-1,ann@example.org,,,,,,,,,,s1,
u2,,,true,beta,,Bo,Beta,,,,,,u3,07,,,,,,s1,
u3,,,false,gamma,,Cy,Gamma,,,,,,,,,,,,,s1,
`,
  "roles.csv": `sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
r1,,,u1,primary,teacher,2026-08-20,,s1,
r2,,,u2,primary,student,,,s1,
r3,,,u3,primary,parent,,,s1,
`,
  "enrollments.csv": `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,,,k1,s1,u1,teacher,true,2026-08-20,
e2,,,k1,s1,u2,student,,2026-08-20,2026-12-18
`,
  "categories.csv": `sourcedId,status,dateLastModified,title,weight
g1,,,Quiz,100
`,
  "lineItems.csv": `sourcedId,status,dateLastModified,title,description,assignDate,dueDate,classSourcedId,categorySourcedId,academicSessionSourcedId,resultValueMin,resultValueMax,schoolSourcedId
l1,,,Quiz 1,,2026-09-01,2026-09-02,k1,g1,t1,0,12,s1
`,
  "results.csv": `sourcedId,status,dateLastModified,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment,textScore,classSourcedId,inProgress,incomplete,late,missing
x1,,,l1,u2,fully graded,9.5,2026-09-02,,,k1,false,false,false,false
`,
};

/** The users of 1.1, which carry their roles themselves. */
export const users11 = `sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
u1,,,true,"s1,d1",teacher,alpha,,Ann,Alpha,,,,,,,,
u2,,,true,s1,student,beta,,Bo,Beta,,,,,,,07,
`;

/** The package as files, some of them changed or taken away. */
export function filesOf(changes: Readonly<Record<string, string | undefined>> = {}) {
  return Object.entries({ ...package12, ...changes }).flatMap(([name, content]) =>
    content === undefined ? [] : [{ name, content }],
  );
}
