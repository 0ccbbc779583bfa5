/*
 * Where executables for glibc begin. Unlike glibc's own start files, it brings no code for constructors and destructors, which the
 * runtime has none of: __libc_start_main(main, argc, argv, no init, no fini, what the loader wants called at the end, stack).
 */
        .section .note.GNU-stack, "", %progbits
        .text
        .globl _start
        .type _start, %function
_start:
#if defined(__x86_64__)
        xorl %ebp, %ebp
        movq %rdx, %r9
        popq %rsi
        movq %rsp, %rdx
        andq $-16, %rsp
        pushq %rax
        pushq %rsp
        xorl %r8d, %r8d
        xorl %ecx, %ecx
        leaq main(%rip), %rdi
        call *__libc_start_main@GOTPCREL(%rip)
        hlt
#elif defined(__aarch64__)
        mov x29, #0
        mov x30, #0
        mov x5, x0
        ldr x1, [sp]
        add x2, sp, #8
        mov x6, sp
        adrp x0, main
        add x0, x0, :lo12:main
        mov x3, #0
        mov x4, #0
        bl __libc_start_main
        brk #1
#elif defined(__arm__)
        .arm
        mov fp, #0
        mov lr, #0
        pop {r1}
        mov r2, sp
        push {r2}
        push {r0}
        mov r3, #0
        push {r3}
        ldr r0, .Lmain
.Lhere: add r0, pc, r0
        bl __libc_start_main
        udf #0
.Lmain: .word main - (.Lhere + 8)
#elif defined(__riscv)
        .option push
        .option norelax
        lla gp, __global_pointer$
        .option pop
        mv a5, a0
        lla a0, main
        ld a1, 0(sp)
        addi a2, sp, 8
        andi sp, sp, -16
        li a3, 0
        li a4, 0
        mv a6, sp
        call __libc_start_main@plt
        ebreak
#endif
        .size _start, . - _start
