package cli

import (
	"fmt"
	"io"

	"youju/answer/check"
	"youju/lang"
)

// ShowChecked writes for a person what the articles say of each figure of a text.
func ShowChecked(out io.Writer, checked []check.Checked) {
	s := styleFor(out)
	if len(checked) == 0 {
		fmt.Fprintln(out, "没有可以核对的数字。")
	}
	for i, c := range checked {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprint(out, c.Head(lang.Simplified))
		if c.Figure == nil {
			fmt.Fprintln(out)
			continue
		}
		fmt.Fprintln(out, s.bold(c.Figure.Text)+s.dim(c.Meaning(lang.Simplified)))
		for _, q := range c.Citations {
			fmt.Fprintf(out, "    %s\n", s.dim("《"+q.Title+"》「"+q.Quote+"」"))
		}
	}
}
