package wording

import "testing"

func TestUnitsThatAreImplied(t *testing.T) {
	for text, want := range map[string]string{
		"年纪最大的多大": "岁", "谁最年长": "岁", "养老金达到多少才能增长3%": "元", "影响两个月产量后欧洲气价至少涨到多少": "元", "产量是多少": "吨", "评价涨到多少": "", "招多少山区教师啊 财政出工资的": "人", "教师工资多少": "元", "多少教师工资上涨": "元", "安置多少学生宿舍": "", "涨到多少": "",
	} {
		if got := UnitImplied(text); got != want {
			t.Errorf("%s is measured in %q, not %q", text, got, want)
		}
	}
}

func TestShortFormsInOtherWords(t *testing.T) {
	for text, want := range map[string]string{"文革期间": "文化大革命期间", "人文革新": "人文革新"} {
		if got := LongForm(text); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}
