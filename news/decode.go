package news

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

var (
	errEmpty  = errors.New("the file is empty")
	errBinary = errors.New("this is not a text file (it holds binary data)")
)

// lineError is an error at a line (counted from 1) of the file being read.
type lineError struct {
	line int
	err  error
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %v", e.line, e.err) }
func (e *lineError) Unwrap() error { return e.err }

// decode turns a file's bytes into UTF-8: UTF-8 with or without a byte order
// mark, UTF-16 with one, else GB18030 (which GBK and GB2312 are part of).
func decode(data []byte) (string, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", errEmpty
	}
	if s, ok, err := decodeUTF16(data); ok {
		return s, err
	}
	if isBinary(data) {
		return "", errBinary
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return string(data), nil
	}
	line, broken := invalidLine(data)
	if broken {
		return "", &lineError{line, errors.New("the text is UTF-8 with broken bytes")}
	}
	s, ok := decodeAll(simplifiedchinese.GB18030, data)
	if !ok {
		return "", &lineError{line, errors.New("the text is neither UTF-8 nor GB18030")}
	}
	return s, nil
}

func decodeUTF16(data []byte) (s string, ok bool, err error) {
	if !bytes.HasPrefix(data, []byte{0xff, 0xfe}) && !bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return "", false, nil
	}
	s, ok = decodeAll(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data)
	if !ok {
		return "", true, errors.New("the text begins like UTF-16 but is broken")
	}
	if strings.TrimSpace(s) == "" {
		return "", true, errEmpty
	}
	if isBinary([]byte(s)) {
		return "", true, errBinary
	}
	return s, true, nil
}

func decodeAll(e encoding.Encoding, data []byte) (string, bool) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil || !utf8.Valid(out) || bytes.ContainsRune(out, utf8.RuneError) {
		return "", false
	}
	return string(out), true
}

// isBinary says whether control characters that no text holds are more than
// strays: over four and over one byte in 200.
func isBinary(data []byte) bool {
	n := 0
	for _, b := range data {
		if b < 0x20 && (b < '\t' || b > '\r') && b != 0x1b || b == 0x7f {
			n++
		}
	}
	return n > 4 && n*200 > len(data)
}

// invalidLine finds the first line that is not UTF-8. broken is true when the
// text is UTF-8 for the most part: GB18030 would then turn it into nonsense
// (Chinese in GB18030 almost never forms UTF-8 sequences of three bytes).
func invalidLine(data []byte) (line int, broken bool) {
	wide, bad, first := 0, 0, -1
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			if bad++; first < 0 {
				first = i
			}
		case r >= 0x800:
			wide++
		}
		i += n
	}
	return 1 + bytes.Count(data[:max(first, 0)], []byte("\n")), wide > bad
}

// clean removes what cannot be seen (NUL and other controls, zero-width and
// direction marks, byte order marks, soft hyphens) and writes every line end
// as \n. Nothing else is changed: no width, no punctuation.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			return '\n'
		case r == '\t' || r == '\n':
			return r
		case r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0xad || r == 0xfeff || r == utf8.RuneError:
			return -1
		case r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x206f:
			return -1
		}
		return r
	}, s)
}
