const words = (text: string): readonly string[] => text.split(" ");

/**
 * Columns of the OneRoster 1.2 CSV files in their fixed order, after `sourcedId`, `status` and `dateLastModified`.
 * Source: 1EdTech OneRoster 1.2 CSV binding.
 */
export const ONE_ROSTER_COLUMNS = {
  academicSessions: words("title type startDate endDate parentSourcedId schoolYear"),
  categories: words("title weight"),
  classes: words(
    "title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds subjects subjectCodes periods",
  ),
  classResources: words("title classSourcedId resourceSourcedId"),
  courses: words("schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes"),
  courseResources: words("title courseSourcedId resourceSourcedId"),
  demographics: words(
    "birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus",
  ),
  enrollments: words("classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate"),
  lineItemLearningObjectiveIds: words("lineItemSourcedId source learningObjectiveId"),
  lineItems: words(
    "title description assignDate dueDate classSourcedId categorySourcedId academicSessionSourcedId resultValueMin resultValueMax schoolSourcedId",
  ),
  lineItemScoreScales: words("title lineItemSourcedId scoreScaleSourcedId"),
  orgs: words("name type identifier parentSourcedId"),
  resources: words("vendorResourceId title roles importance vendorId applicationId"),
  resultLearningObjectiveIds: words("resultSourcedId source learningObjectiveId score textScore"),
  results: words(
    "lineItemSourcedId studentSourcedId scoreStatus score scoreDate comment textScore classSourcedId inProgress incomplete late missing",
  ),
  resultScoreScales: words("title resultSourcedId scoreScaleSourcedId"),
  roles: words("userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId"),
  scoreScales: words("title type orgSourcedId courseSourcedId classSourcedId scoreScaleValue"),
  userProfiles: words(
    "userSourcedId profileType vendorId applicationId description credentialType username password",
  ),
  userResources: words("userSourcedId orgSourcedId classSourcedId resourceSourcedId"),
  users: words(
    "enabledUser username userIds givenName familyName middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier preferredGivenName preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns",
  ),
} as const;

export type OneRosterFile = keyof typeof ONE_ROSTER_COLUMNS;
