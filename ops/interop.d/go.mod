module daybook.invalid/interop

go 1.21
