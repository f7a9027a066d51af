package telegramtest

import "strings"

// shown is what becomes of a text on its way (TDLib, fix_formatted_text):
// control characters turn into spaces, some characters go, and so does the space
// around it; entities that then hold nothing but space are dropped.
func shown(text string, entities []Entity) (string, []Entity) {
	var out strings.Builder
	at := []int{} // for each UTF-16 unit of text, where it lies in the result
	unit := 0
	for _, r := range text {
		at = append(at, unit)
		wide := r > 0xffff
		if wide {
			at = append(at, unit)
		}
		if r = kept(r); r < 0 {
			continue
		}
		out.WriteRune(r)
		unit++
		if wide {
			unit++
		}
	}
	at = append(at, unit)
	clean := out.String()
	left := utf16Len(clean) - utf16Len(strings.TrimLeft(clean, " \n\t"))
	clean = strings.Trim(clean, " \n\t")
	size := utf16Len(clean)
	var moved []Entity
	for _, e := range entities {
		start, end := max(0, at[min(e.Offset, len(at)-1)]-left), min(size, at[min(e.Offset+e.Length, len(at)-1)]-left)
		if start < end {
			e.Offset, e.Length = start, end-start
			moved = append(moved, e)
		}
	}
	return clean, moved
}

func kept(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\r' || 0x2028 <= r && r <= 0x202e || r == 0x333 || r == 0x33f || r == 0x30a:
		return -1
	case r < ' ':
		return ' '
	}
	return r
}
