//go:build !purego

package embed

func neonMultiply(p product) {
	const tileRows, columns = 4, 16
	p.check()
	whole := p.rows / tileRows * tileRows
	for column := 0; column < p.columns; column += columns {
		if whole > 0 {
			t := p.tile(0, column, tileRows, whole/tileRows)
			neonTile4(&t)
		}
		if whole < p.rows {
			t := p.tile(whole, column, 1, p.rows-whole)
			neonTile1(&t)
		}
	}
}

//go:noescape
func neonTile4(t *tile)

//go:noescape
func neonTile1(t *tile)
