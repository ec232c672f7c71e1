/** A school of two teachers, one class and two days, as XHSTT, with every kind of thing the reader must get right. */
export function smallSchool(
  options: { solutions?: string; encoding?: string; constraints?: string } = {},
): string {
  return `<?xml version="1.0" encoding="${options.encoding ?? "UTF-8"}"?>
<HighSchoolTimetableArchive>
<Instances><Instance Id="S"><MetaData><Name>Escuela Peña</Name></MetaData>
<Times><TimeGroups><Day Id="D1"><Name>Monday</Name></Day><Day Id="D2"><Name>Tuesday</Name></Day><TimeGroup Id="late"><Name>late</Name></TimeGroup></TimeGroups>
<Time Id="a"><Name>1</Name><Day Reference="D1"/></Time><Time Id="b"><Name>2</Name><Day Reference="D1"/><TimeGroups><TimeGroup Reference="late"/></TimeGroups></Time>
<Time Id="c"><Name>1</Name><Day Reference="D2"/></Time><Time Id="d"><Name>2</Name><Day Reference="D2"/><TimeGroups><TimeGroup Reference="late"/></TimeGroups></Time></Times>
<Resources><ResourceTypes><ResourceType Id="T"><Name>Teacher</Name></ResourceType><ResourceType Id="C"><Name>Class</Name></ResourceType><ResourceType Id="R"><Name>Room</Name></ResourceType></ResourceTypes>
<ResourceGroups><ResourceGroup Id="sci"><Name>Science Department</Name><ResourceType Reference="T"/></ResourceGroup><ResourceGroup Id="labs"><Name>labs</Name><ResourceType Reference="R"/></ResourceGroup></ResourceGroups>
<Resource Id="t1"><Name>Teacher 1</Name><ResourceType Reference="T"/><ResourceGroups><ResourceGroup Reference="sci"/></ResourceGroups></Resource>
<Resource Id="t2"><Name>Teacher 2</Name><ResourceType Reference="T"/></Resource>
<Resource Id="k"><Name>7a</Name><ResourceType Reference="C"/></Resource>
<Resource Id="r1"><Name>Lab</Name><ResourceType Reference="R"/><ResourceGroups><ResourceGroup Reference="labs"/></ResourceGroups></Resource></Resources>
<Events><EventGroups><Course Id="bio"><Name>Biology</Name></Course><EventGroup Id="all"><Name>all</Name></EventGroup></EventGroups>
<Event Id="e1"><Name>Biology 7a</Name><Duration>2</Duration><Course Reference="bio"/><Resources><Resource Reference="t1"/><Resource Reference="k"/><Resource><Role>Room</Role><ResourceType Reference="R"/></Resource></Resources><EventGroups><EventGroup Reference="all"/></EventGroups></Event>
<Event Id="e2"><Name>Science meeting</Name><Duration>1</Duration><Time Reference="d"/><Resources><Resource Reference="t1"/><Resource Reference="t2"/></Resources></Event></Events>
<Constraints>${options.constraints ?? ""}</Constraints>
</Instance></Instances>
${options.solutions ?? `<SolutionGroups><SolutionGroup Id="now">${solution}</SolutionGroup></SolutionGroups>`}
<!-- kept -->
</HighSchoolTimetableArchive>
`;
}

const solution = `<Solution Reference="S"><Events>
<Event Reference="e1"><Duration>1</Duration><Time Reference="a"/><Resources><Resource Reference="r1"><Role>Room</Role></Resource></Resources></Event>
<Event Reference="e1"><Duration>1</Duration><Time Reference="c"/></Event></Events></Solution>`;
