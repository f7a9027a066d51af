package news

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// datePattern reads 2021年1月27日, 2021-01-27, 2021/1/27, 2021.1.27 and the
// 202307/31 of some feeds; month or day may be missing where a 年 or 月 says so.
const datePattern = `(?:(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{4})(\d{2})/(\d{1,2}))`

// clockPattern is a time of day with what stands between it and the date.
const clockPattern = `[\sT]*(\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*(?:Z|[+-]\d{2}:?\d{2}))?)`

var (
	wholeDate = regexp.MustCompile(`^` + datePattern + `(?:` + clockPattern + `)?(?:\s*(?:星期|周)[一二三四五六日天])?$`)
	// stampedText is a feed's own stamp before the text: a date with a clock, or
	// a date and the word 正文. A date in a sentence is neither.
	stampedText = regexp.MustCompile(`^\s*(` + datePattern + `)(?:` + clockPattern + `[，,\s]|[，,\s]*正文\s*[:：])`)
)

// parseDate writes a printed date as ISO 8601 to the day (the month, the year,
// where no more is printed; a time of day is left out). What it cannot read, or
// what is no day of the calendar, is returned as printed, trimmed.
func parseDate(printed string) string {
	printed = strings.TrimSpace(printed)
	m := wholeDate.FindStringSubmatch(printed)
	if m == nil {
		return printed
	}
	year, month, day := m[1]+m[4]+m[7], m[2]+m[5]+m[8], m[3]+m[6]+m[9]
	switch {
	case month == "":
		return year
	case day == "":
		return dateOr(printed, "2006-01", year, month, "1")
	}
	return dateOr(printed, time.DateOnly, year, month, day)
}

func dateOr(printed, layout, year, month, day string) string {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t, err := time.Parse(time.DateOnly, fmt.Sprintf("%s-%02d-%02d", year, m, d))
	if err != nil {
		return printed
	}
	return t.Format(layout)
}

// stampDate is the date of the stamp before a feed's text, "" without one.
func stampDate(text string) string {
	if m := stampedText.FindStringSubmatch(text); m != nil {
		return parseDate(m[1])
	}
	return ""
}
