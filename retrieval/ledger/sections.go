package ledger

import (
	"cmp"
	"fmt"
	"regexp"
	"strconv"

	"youju/news"
)

// underHeading lets the one year that a section's heading names hold below it, up to the
// next heading that is numbered like it: 一、2020年工作回顾.
func (s *state) underHeading(section string) {
	if numbered := numberedLike(section); s.headings != "" && (numbered == s.headings || s.headings == "-") {
		s.period, s.calendar.heading, s.headings = Period{}, Period{}, ""
	}
	years := headingYear.FindAllStringSubmatch(section, -1)
	if len(years) != 1 {
		return
	}
	year, _ := strconv.Atoi(years[0][1])
	s.period = Period{Text: fmt.Sprintf("%d年", year), From: Day{Year: year}, To: Day{Year: year}, Kind: Whole}
	s.incident, s.calendar.year, s.calendar.heading, s.headings = Period{}, s.period, s.period, numberedLike(section)
}

// reviewed is the year in which a text was written, by its title (2005年政府工作报告) or as the one
// after that which a heading reviews (一、2015年工作回顾); 0 where neither tells.
func reviewed(a news.Article) int {
	if m := yearOfReport.FindStringSubmatch(a.Title); m != nil {
		year, _ := strconv.Atoi(m[1])
		return year
	}
	for _, section := range a.Sections {
		if m := reviewedYear.FindStringSubmatch(section); m != nil {
			year, _ := strconv.Atoi(m[1])
			return year + 1
		}
	}
	return 0
}

// yearOfReport is the year of a government's report, which it gives at the beginning of that year.
var yearOfReport = regexp.MustCompile(`^((?:19|20)\d{2})年\p{Han}{0,20}政府工作报告$`)

var reviewedYear = regexp.MustCompile(`^\P{Han}?[一二三四五六七八九十]?、?((?:19|20)\d{2})年(工作)?(的)?回顾`)

// numberedLike is how a heading is numbered: 、 for 一、, ( for （一）, - where it is not.
func numberedLike(heading string) string {
	if m := headingNumber.FindStringSubmatch(heading); m != nil {
		return cmp.Or(m[1], m[2])
	}
	return "-"
}

// headingYear is a year of a heading, alone or as an end of several.
var headingYear = regexp.MustCompile(`((?:19|20)\d{2})\s*[年—－~-]`)

var headingNumber = regexp.MustCompile(`^\s*([（(]?)[一二三四五六七八九十\d]{1,3}([、.．）)])`)
