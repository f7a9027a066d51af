package evidence

// PutFirst moves the i-th of all before the others.
func PutFirst[T any](all []T, i int) {
	first := all[i]
	copy(all[1:i+1], all[:i])
	all[0] = first
}
